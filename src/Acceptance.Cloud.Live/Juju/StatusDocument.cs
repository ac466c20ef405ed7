using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Live.Json;

namespace Acceptance.Cloud.Live.Juju;

/// <summary>
/// `juju status --format=json` (FACTS 8.1), flattened: containers stand beside their hosts, subordinates beside their
/// principals.
/// </summary>
internal static class StatusDocument
{
    public static JujuModel Read(Field status)
    {
        var model = status["model"];
        return new JujuModel(
            model["controller"].Text(),
            model["name"].Text(),
            [.. Machines(status["machines"], null)],
            [.. status["applications"].Members().Select(member => Application(member.Name, member.Value))],
            [.. status["applications"].Members().SelectMany(member => Units(member.Name, member.Value["units"], null))]
        )
        {
            Traced = Moments(status).Min(),
            Status = model["model-status"]["current"].StateOrUnsaid<ModelStatus>(),
            StatusSince = model["model-status"]["since"].TimeOrNull(),
            StatusMessage = Why(model["model-status"]),
        };
    }

    // The message says that something is wrong with the credential, the reason what the cloud said to it.
    private static string Why(Field status) =>
        string.Join(
            ": ",
            new[] { status["message"], status["reason"] }.Select(one => one.TextOrNull()).OfType<string>()
        );

    private static IEnumerable<DateTimeOffset?> Moments(Field status) =>
        status["machines"]
            .Members()
            .Concat(status["applications"].Members())
            .SelectMany(member =>
                new[] { "machine-status", "juju-status", "application-status" }.Select(name => member.Value[name])
            )
            .Append(status["model"]["model-status"])
            .Select(one => one["since"].TimeOrNull());

    private static IEnumerable<JujuMachine> Machines(Field machines, string? host) =>
        machines
            .Members()
            .SelectMany(member =>
                (IEnumerable<JujuMachine>)
                    [
                        new JujuMachine(
                            member.Name,
                            member.Value["juju-status"]["current"].StateOrUnsaid<MachineAgentStatus>(),
                            member.Value["hostname"].TextOrNull() ?? "",
                            member.Value["instance-id"].TextOrNull() ?? "",
                            host,
                            [.. member.Value["ip-addresses"].ListOrNone().Select(address => address.Text())],
                            member.Value["juju-status"]["since"].TimeOrNull()
                        ),
                        .. Machines(member.Value["containers"], member.Name),
                    ]
            );

    private static JujuApplication Application(string name, Field application) =>
        new(
            name,
            application["charm-name"].TextOrNull() ?? application["charm"].TextOrNull() ?? "",
            application["units"].Members().Count,
            [.. application["subordinate-to"].ListOrNone().Select(principal => principal.Text())]
        )
        {
            Channel = application["charm-channel"].TextOrNull() ?? "",
            Revision = application["charm-rev"].IntOrNull(),
        };

    // A subordinate stands only within its principal; its application is what stands before the slash of its name.
    private static IEnumerable<JujuUnit> Units(string? application, Field units, JujuUnit? principal) =>
        units
            .Members()
            .SelectMany(member =>
            {
                var unit = Unit(member.Name, application ?? member.Name.Split('/')[0], member.Value, principal);
                return (IEnumerable<JujuUnit>)[unit, .. Units(null, member.Value["subordinates"], unit)];
            });

    private static JujuUnit Unit(string name, string application, Field unit, JujuUnit? principal) =>
        new(
            name,
            application,
            unit["workload-status"]["current"].StateOrUnsaid<WorkloadStatus>(),
            unit["juju-status"]["current"].StateOrUnsaid<AgentStatus>(),
            unit["workload-status"]["message"].TextOrNull() ?? "",
            unit["leader"].Flag(whenAbsent: false),
            unit["machine"].TextOrNull() ?? principal?.Machine ?? "",
            unit["public-address"].TextOrNull() ?? principal?.PublicAddress ?? "",
            principal?.Name,
            unit["workload-status"]["since"].TimeOrNull()
        )
        {
            AgentSince = unit["juju-status"]["since"].TimeOrNull(),
            Hook = unit["juju-status"]["message"].TextOrNull() ?? "",
        };
}
