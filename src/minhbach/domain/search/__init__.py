"""Search in Vietnamese: text becomes words, words become what an entry is found by, what is found is put in order."""
