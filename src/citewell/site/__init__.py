"""From pages to a site in place: the docs writer, the engine, the staging folder, the one step that publishes."""
