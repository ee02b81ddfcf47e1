print("netvault")
