"""What the public's pages gather from several rooms; only what everybody may see."""
