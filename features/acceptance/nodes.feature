@Acceptance @phase-08.3 @layer:workload @observes
Feature: The workload cluster serves its tenant
  Complete by Magnum's word is not yet a cluster that works: nodes must be ready at the promised version, and
  network, cloud controller, storage and name service must run without falling over.

  Scenario: The nodes are ready at the version of the image
    When the workload cluster is asked for its nodes
    Then the nodes asked for are ready at the version of the image

  Scenario: Network, cloud controller, storage and name service run
    When the workload cluster is asked for its pods
    Then the addons run
    And every container is ready

  @DOCFIX-037
  Scenario: The tenant's kubeconfig is fetched into a folder that only its owner reads
    When the tenant's kubeconfig is fetched
    Then it opens the cluster and lies where only its owner reads it
