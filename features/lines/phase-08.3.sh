kubectl get pods -A --field-selector=status.phase!=Running,status.phase!=Succeeded
