"""What an OKR is: frozen records, and nothing that reads, computes or prints."""
