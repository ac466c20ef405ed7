@Acceptance @phase-08.3 @layer:workload @observes @order:120
Feature: The workload cluster serves its tenant
  Complete by Magnum's word is not yet a cluster that works: nodes must be ready at the promised version, and
  network, cloud controller, storage and name service must run without falling over.

  Scenario: The nodes are ready at the version of the image
    Given a tenant's way into the workload cluster
    Then the cloud keeps its promise that the nodes asked for are ready at the version of the image

  Scenario: Network, cloud controller, storage and name service run
    Given a tenant's way into the workload cluster
    Then the cloud keeps its promise that the addons of the workload cluster run
    And the cloud keeps its promise that every container of the workload cluster is ready

  @DOCFIX-037
  Scenario: The tenant's kubeconfig is fetched into a folder that only its owner reads
    Given a tenant's way into the workload cluster
    When the tenant fetches the kubeconfig
    Then the cloud keeps its promise that the tenant's kubeconfig opens the cluster, and only its owner reads it
