"""What is known of how names, numbers and addresses are written in Viet Nam. Each list says where it comes from."""
