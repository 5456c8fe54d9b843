-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_posts
-- before: posts@dfcac421
-- after:  posts@78a6d66d

-- covet:forward
-- covet:step 1 ALTER_TABLE posts (test/cases/enum-many-changes/after.covet:5)
--   RENAME_ENUM_VALUE posts.state.old
--   RENAME_ENUM_VALUE posts.was.old
--   ALTER_COLUMN posts.state
--   ALTER_COLUMN posts.was
--   ALTER_CHECK posts.posts_state_ok
-- covet:guard fails posts.state: SELECT 1 FROM (SELECT CASE `state` WHEN 'old' THEN 'archived' ELSE `state` END AS `state` FROM `posts`) AS `posts` WHERE `state` NOT IN ('live', 'fresh', 'draft', 'archived')
-- covet:guard fails posts.was: SELECT 1 FROM (SELECT CASE `was` WHEN 'old' THEN 'archived' ELSE `was` END AS `was` FROM `posts`) AS `posts` WHERE `was` NOT IN ('live', 'fresh', 'draft', 'archived')
-- covet:guard fails posts.posts_state_ok: SELECT 1 FROM (SELECT CASE `state` WHEN 'old' THEN 'archived' ELSE `state` END AS `state` FROM `posts`) AS `posts` WHERE NOT (state <> 'archived')
ALTER TABLE `posts` DROP CONSTRAINT `posts_state_ok`, MODIFY COLUMN `state` enum('draft','live','gone','old','archived') NOT NULL DEFAULT 'draft', MODIFY COLUMN `was` enum('draft','live','gone','old','archived');
UPDATE `posts` SET `state` = CASE `state` WHEN 'old' THEN 'archived' ELSE `state` END, `was` = CASE `was` WHEN 'old' THEN 'archived' ELSE `was` END WHERE `state` IN ('old') OR `was` IN ('old');
ALTER TABLE `posts` MODIFY COLUMN `state` enum('live','fresh','draft','archived') NOT NULL DEFAULT 'live', MODIFY COLUMN `was` enum('live','fresh','draft','archived'), ADD CONSTRAINT `posts_state_ok` CHECK (state <> 'archived');

-- covet:backward
-- covet:step 1 ALTER_TABLE posts
--   ALTER_CHECK posts.posts_state_ok
--   ALTER_COLUMN posts.was
--   ALTER_COLUMN posts.state
--   RENAME_ENUM_VALUE posts.was.archived
--   RENAME_ENUM_VALUE posts.state.archived
-- covet:guard fails posts.posts_state_ok: SELECT 1 FROM (SELECT CASE `state` WHEN 'archived' THEN 'old' ELSE `state` END AS `state` FROM `posts`) AS `posts` WHERE NOT (`state` <> 'gone')
-- covet:guard fails posts.was: SELECT 1 FROM `posts` WHERE `was` NOT IN ('draft', 'live', 'gone', 'archived')
-- covet:guard fails posts.state: SELECT 1 FROM `posts` WHERE `state` NOT IN ('draft', 'live', 'gone', 'archived')
ALTER TABLE `posts` DROP CONSTRAINT `posts_state_ok`, MODIFY COLUMN `state` enum('live','fresh','draft','archived','old') NOT NULL DEFAULT 'live', MODIFY COLUMN `was` enum('live','fresh','draft','archived','old');
UPDATE `posts` SET `state` = CASE `state` WHEN 'archived' THEN 'old' ELSE `state` END, `was` = CASE `was` WHEN 'archived' THEN 'old' ELSE `was` END WHERE `state` IN ('archived') OR `was` IN ('archived');
ALTER TABLE `posts` MODIFY COLUMN `state` enum('draft','live','gone','old') NOT NULL DEFAULT 'draft', MODIFY COLUMN `was` enum('draft','live','gone','old'), ADD CONSTRAINT `posts_state_ok` CHECK (`state` <> 'gone');
