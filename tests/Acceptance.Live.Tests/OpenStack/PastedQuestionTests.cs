using Acceptance.Cloud.OpenStack;

namespace Acceptance.Live.Tests.OpenStack;

/// <summary>S19's kind: the command beside a question names what a tenant named, and stays one command.</summary>
public sealed class PastedQuestionTests
{
    [Test]
    public async Task Names_of_others_are_words_of_the_command()
    {
        await using var cloud = new RestCloud("/v2.1/servers/$(touch%20X)", """{"server": {}}""");
        var reading = await cloud.OpenStack.Compute.Server(new Scope.ProjectScope("a; touch X", "b'c"), "$(touch X)");
        reading
            .Evidence.ByHand.ToString()
            .Should()
            .Be("OS_PROJECT_NAME='a; touch X' OS_PROJECT_DOMAIN_NAME='b'\\''c' openstack server show '$(touch X)'");
    }
}
