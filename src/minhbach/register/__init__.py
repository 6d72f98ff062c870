"""The register of information: what an agency holds, how it is classified, and what must be public by when."""
