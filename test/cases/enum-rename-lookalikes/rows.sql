INSERT INTO tenants (id, plan) VALUES (1, 'free'), (2, 'pro');
