"""Digital signatures of PDF files, judged offline against the certificates that the installation trusts."""
