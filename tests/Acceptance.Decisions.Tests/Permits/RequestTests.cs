using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Permits;

namespace Acceptance.Decisions.Tests.Permits;

public class RequestTests
{
    [TestCase("GET", "/v2.1/servers/detail", Permit.Observe)]
    [TestCase("HEAD", "/v2/images", Permit.Observe)]
    [TestCase("OPTIONS", "/", Permit.Observe)]
    [TestCase("GET", "/placement/allocation_candidates", Permit.Observe)]
    [TestCase("POST", "/v3/auth/tokens", Permit.Observe)]
    [TestCase("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", Permit.Observe)]
    [TestCase("POST", "/v3/auth/tokens/extra", Permit.Mutate)]
    [TestCase("DELETE", "/v3/auth/tokens", Permit.Mutate)]
    [TestCase(
        "POST",
        "/v1/certificates",
        Permit.Mutate,
        Description = "coe cluster config posts a certificate request"
    )]
    [TestCase("POST", "/v1/clusters", Permit.Mutate)]
    [TestCase("PUT", "/v2.0/lbaas/loadbalancers/x/failover", Permit.Mutate)]
    [TestCase("PATCH", "/v2/images/x", Permit.Mutate)]
    [TestCase("DELETE", "/v1/clusters/x", Permit.Mutate)]
    [TestCase("PROPFIND", "/", Permit.Mutate, Description = "an unknown method is mutate")]
    [TestCase("get", "/v2.1/servers", Permit.Mutate, Description = "methods are case-sensitive: this one is unknown")]
    [TestCase("GET", "/api/v1/namespaces/x/pods/y/exec", Permit.Mutate, Description = "runs a program in a container")]
    [TestCase("GET", "/api/v1/namespaces/x/pods/y/portforward", Permit.Mutate)]
    public void A_request_needs_what_it_does(string method, string path, Permit needed) =>
        PermitTable.ForRequest(method, path).Should().Be(needed);

    [Test]
    public void Every_harmless_request_says_why() =>
        PermitTable
            .HarmlessRequests.Should()
            .OnlyContain(one => one.Because.Length > 0 && one.Method == "POST" && one.PathEnd.StartsWith('/'));
}
