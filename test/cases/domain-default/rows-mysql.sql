insert into users (id, `rank`) values (1, null), (2, 7);
