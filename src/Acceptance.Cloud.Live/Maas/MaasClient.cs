using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Maas;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Maas;

/// <summary>
/// The maas client, by its known profile: `maas list` shows the API key and is never called (DOCFIX-016).
/// </summary>
internal sealed class MaasClient(Shell.Shell shell, SiteMaas? site, Deadlines deadlines) : IMaas
{
    public async Task<Reading<IReadOnlyList<MaasMachine>>> Machines(CancellationToken cancel = default)
    {
        if (site is null)
            return new Reading<IReadOnlyList<MaasMachine>>.Unread(
                Unreadable.NotOursToRead,
                $"The site has no maas section.",
                Evidence.None
            );
        var call = new ProgramCall(CommandCatalogue.MaasMachines.With(site.Profile)) { Within = deadlines.Command };
        var reading = await shell.Run(call, cancel);
        if (reading is not Reading<ProgramAnswer>.Seen { Value: var answer })
            return reading.As<IReadOnlyList<MaasMachine>>();
        if (answer.Exit != 0)
            return Complaint(call, answer).As<IReadOnlyList<MaasMachine>>();
        return ProgramJson.Read<IReadOnlyList<MaasMachine>>(
            shell,
            call,
            answer,
            machines =>
                [
                    .. machines
                        .List()
                        .Select(machine => new MaasMachine(
                            machine["system_id"].Text(),
                            machine["hostname"].Text(),
                            machine["status_name"].State<MachineStatus>(),
                            machine["power_state"].IsAbsent
                                ? PowerState.Unknown
                                : machine["power_state"].State<PowerState>(),
                            [.. machine["ip_addresses"].ListOrNone().Select(address => address.Text())]
                        )),
                ]
        );
    }

    private Failure Complaint(ProgramCall call, ProgramAnswer answer)
    {
        var said = answer.Error + answer.Output;
        if (said.Contains("invalid choice", StringComparison.Ordinal))
            return shell.Failed(
                call,
                answer.At,
                Unreadable.LoginNeeded,
                $"maas has no profile {site!.Profile}: run `maas login {site.Profile} <url> -` in a terminal, "
                    + $"or correct the site's maas.profile.",
                said
            );
        if (
            said.Contains("Authorization Error", StringComparison.OrdinalIgnoreCase)
            || said.Contains("Unauthorized", StringComparison.OrdinalIgnoreCase)
        )
            return shell.Failed(
                call,
                answer.At,
                Unreadable.LoginNeeded,
                $"MAAS refuses the key of the profile {site!.Profile}: run `maas login {site.Profile} <url> -` "
                    + $"in a terminal.",
                said
            );
        return said.Contains("refused", StringComparison.OrdinalIgnoreCase)
            ? shell.Failed(
                call,
                answer.At,
                Unreadable.Refused,
                $"The MAAS region refuses the connection: is maas-regiond running?",
                said
            )
            : shell.Complaint(call, answer);
    }
}
