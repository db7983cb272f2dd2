"""Run the reader over many documents: here, or in processes of this machine."""
