namespace Acceptance.Conformance.Tests.Runbooks;

/// <summary>The list that the captures are counted by is what the runbooks hold.</summary>
[TestFixture]
[Category("Runbook")]
public sealed class RunbookWordsTests
{
    [Test]
    public void The_approved_words_are_those_of_the_runbooks_lines() =>
        Approved.Holds(
            RunbookWords.File,
            "The program and first two words of every line in the runbooks; the captures are counted by it. "
                + "Found by program.",
            RunbookWords.Found()
        );

    [TestCase("openstack server list --all-projects --long -f yaml", "openstack server list")]
    [TestCase("kubectl -n \"$NS\" get cluster,openstackcluster", "kubectl get cluster,openstackcluster")]
    [TestCase("juju status --format=json | jq -r x", "juju status")]
    [TestCase("openstack loadbalancer failover \"$LB\"", "openstack loadbalancer failover")]
    [TestCase("virsh -c test:///default list --all", "virsh list")]
    [TestCase("haproxy -c -f x", null)]
    public void A_commands_words_are_the_first_two_that_are_no_options(string line, string? words) =>
        CommandWords.Of(line).Should().Be(words);
}
