"""Letters and documents in the layout of Decree 30/2020/NĐ-CP: drafted, numbered, signed, kept in a book."""
