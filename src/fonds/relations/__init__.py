"""What stands between records: which record a reference means, and which records refer to one."""
