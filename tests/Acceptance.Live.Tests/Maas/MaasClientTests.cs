using Acceptance.Cloud;
using Acceptance.Cloud.Live.Maas;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Maas;
using Acceptance.Cloud.Sites;
using Acceptance.Live.Tests.Shell;

namespace Acceptance.Live.Tests.Maas;

public sealed class MaasClientTests
{
    [Test]
    public async Task Machines_by_the_profile_and_never_the_list_that_shows_the_key()
    {
        using var programs = new ProgramFolder().With(
            "maas",
            """echo '[{"system_id": "abc", "hostname": "openstack0", "status_name": "Deployed", "power_state": "on", "ip_addresses": ["127.12.8.40"]}]'"""
        );
        var machine = (await Maas(programs).Machines()).Value().Should().ContainSingle().Subject;
        (machine.SystemId, machine.Hostname, machine.StatusName.Word, machine.PowerState.Word)
            .Should()
            .Be(("abc", "openstack0", "Deployed", "on"));
        programs.Gate.Asked.Should().ContainSingle().Which.ToString().Should().Be("maas admin machines read");
    }

    [TestCase(
        "maas: error: argument COMMAND: invalid choice: 'admin'",
        Unreadable.LoginNeeded,
        "maas has no profile admin"
    )]
    [TestCase("Authorization Error: 'Expired timestamp'", Unreadable.LoginNeeded, "refuses the key")]
    [TestCase("Unable to reach the server: Connection refused", Unreadable.Refused, "maas-regiond")]
    public async Task A_missing_login_is_named(string error, Unreadable why, string says)
    {
        using var programs = new ProgramFolder().With("maas", $"echo \"{error}\" >&2; exit 2");
        (await Maas(programs).Machines()).Unread(why).Sentence.ToString().Should().Contain(says);
    }

    private static MaasClient Maas(ProgramFolder programs) =>
        new(programs.Shell(), new SiteMaas { Profile = "admin" }, new Deadlines());
}
