"""What agencies ask later rooms: what else stands on a body's page. `config.registries` connects the answers."""
