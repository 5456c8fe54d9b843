-- covet migration 20260102000000_create_table_samples
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- before: samples@-
-- after:  samples@42f1cf66

-- covet:forward
-- covet:step 1 CREATE_TABLE samples (test/cases/column-portable-types/after.covet:1)
CREATE TABLE `samples` (
  `a` smallint NOT NULL,
  `b` int NOT NULL,
  `c` bigint NOT NULL,
  `d` tinyint(1) NOT NULL,
  `e` decimal(10,2) NOT NULL,
  `f` float NOT NULL,
  `g` double NOT NULL,
  `h` text NOT NULL,
  `i` varchar(30) NOT NULL,
  `j` char(4) NOT NULL,
  `k` longblob NOT NULL,
  `l` uuid NOT NULL,
  `m` date NOT NULL,
  `n` time(3) NOT NULL,
  `o` datetime(3) NOT NULL,
  `p` timestamp(6) NOT NULL,
  `q` json NOT NULL,
  `r` json NOT NULL,
  `s` datetime(6) NOT NULL,
  `t` timestamp(6) NOT NULL,
  `u` time NOT NULL,
  PRIMARY KEY (`a`)
);

-- covet:backward
-- covet:step 1 DROP_TABLE samples
-- covet:guard loses samples: SELECT 1 FROM `samples`
DROP TABLE `samples`;
