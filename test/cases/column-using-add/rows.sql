insert into authors (id, first_name, last_name) values (1, 'Ada', 'Lovelace'), (2, 'Alan', 'Turing');
