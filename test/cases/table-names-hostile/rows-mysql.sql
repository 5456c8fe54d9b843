insert into `odd "name"; -- %s` (`select`) values (1);
