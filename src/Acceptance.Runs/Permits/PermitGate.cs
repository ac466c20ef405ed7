using Acceptance.Cloud;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Permits;

namespace Acceptance.Runs.Permits;

/// <summary>
/// Stands below the drivers: what needs more than this run's permit is never sent, whatever a step asks, and what is
/// in no catalogue is not sent at all. It knows commands and operations by identity, and reads no text.
/// </summary>
public sealed class PermitGate(Permit permit) : IRequestGate
{
    public Permission Ask(Intent intent)
    {
        if (!IsKnown(intent))
            return Permission.No($"{intent} is in no catalogue of what may be sent");
        return intent.Needs <= permit
            ? Permission.Yes
            : Permission.No(
                $"{intent} needs the permit {intent.Needs.Word()}, this run has {permit.Word()} "
                    + $"(ACCEPTANCE_PERMIT={intent.Needs.Word()})"
            );
    }

    public void Ended(Exchange exchange) { }

    private static bool IsKnown(Intent intent) =>
        intent switch
        {
            Intent.Request request => OperationCatalogue.All.Contains(request.Operation),
            Intent.Argv argv => CommandCatalogue.All.Contains(argv.Line.Command)
                && (argv.Line.Carried is not { } carried || CommandCatalogue.All.Contains(carried.Command)),
            _ => false,
        };
}
