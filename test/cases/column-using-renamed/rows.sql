insert into articles (id, title, words) values (1, 'Hello World', null), (2, 'Bye', 'many');
