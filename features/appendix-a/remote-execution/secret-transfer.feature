@AppendixA @L-P6-4 @order:200
Feature: A cluster's key lies where its owner alone may read it
  Who holds the administrator's kubeconfig owns the cluster. Staged in a folder that everybody reads, it has
  other owners too, and nobody can tell afterwards who they are.

  @Acceptance @layer:workload @observes
  Scenario: The kubeconfig that this run fetched is its owner's alone
    Given a tenant's way into the workload cluster
    When the tenant fetches the kubeconfig
    Then the cloud keeps its promise that the tenant's kubeconfig opens the cluster, and only its owner reads it

  @rehearsal @layer:jumphost @destroys
  Scenario: A kubeconfig that is staged in a common folder is open to others
    When the trap of L-P6-4 is sprung in a real shell
    Then it shows what the entry says
    But the rule of L-P6-4 avoids it
    And our own drivers keep the rule of L-P6-4
