"""What an encoder knows: small tasks on UD Danish DDT, against an untrained twin."""
