@Acceptance @D-011.2 @layer:keystone @observes @order:30
Feature: The core services answer at their public addresses
  Operators and tenants meet the cloud at these addresses and nowhere else. An answer counts only under a
  certificate that the cloud's own authority signed, and only with a code that the site allows for the service.

  Scenario Outline: <service> answers at its public address under the cloud's own authority
    Then the cloud keeps its promise that <service> answers at its public address

    Examples: The eleven addresses of the core block
      | service    |
      | keystone   |
      | barbican   |
      | cinder     |
      | glance     |
      | magnum     |
      | neutron    |
      | nova       |
      | octavia    |
      | horizon    |
      | placement  |
      | radosgw    |

  @DOCFIX-039
  Scenario: The simplestreams mirror is left out on purpose and named with its reason
    Then the cloud keeps its promise that every service of the catalog is asked or left out with a reason
