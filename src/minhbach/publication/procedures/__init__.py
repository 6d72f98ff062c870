"""The administrative procedure of access to information: lines of the law of the day beside the agency's own."""
