using Acceptance.Cloud;
using Acceptance.Cloud.Live.Faults;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Twin;

namespace Acceptance.Live.Tests.Faults;

public sealed class FaultTests
{
    [Test]
    public async Task An_unknown_fault_is_refused_in_the_twins_own_words()
    {
        await using var twin = Twin.Start();
        var deadlines = new Deadlines();
        using var client = new Connections(deadlines, "test").Client(Trust.System);
        var faults = new ControlWireFaults(
            twin.Control,
            new Sender(client, new AllowAll(), new FixedClock(), deadlines, new Redaction())
        );
        (await faults.Active()).Value().Should().BeEmpty();
        (await faults.Inject("no-such-fault"))
            .Unread(Unreadable.NotFound)
            .Sentence.ToString()
            .Should()
            .Contain("no-such-fault");
    }

    [Test]
    public async Task A_cloud_without_a_control_address_offers_none_and_says_so()
    {
        var unread = (await new NoFaults("vr0-dc0").Inject("D-045")).Unread(Unreadable.NotOursToRead);
        unread.Sentence.ToString().Should().Contain("vr0-dc0").And.Contain("faultsAt");
    }
}
