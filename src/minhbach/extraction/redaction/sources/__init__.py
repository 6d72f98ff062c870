"""What a file holds, brought to pages: PDF and images as they are, everything else set anew from its words."""
