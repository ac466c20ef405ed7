using Acceptance.Cloud;
using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Permits;

namespace Acceptance.Runs.Permits;

/// <summary>
/// Stands below the drivers: what the permit table does not allow under this run's permit is never sent, whatever a
/// step asks.
/// </summary>
public sealed class PermitGate(Permit permit) : IRequestGate
{
    public Permission Ask(Intent intent)
    {
        var needed = intent switch
        {
            Intent.Request request => PermitTable.ForRequest(request.Method, request.Path),
            Intent.Argv argv => PermitTable.ForArgv(argv.Words),
            _ => Permit.Destroy,
        };
        return needed <= permit
            ? Permission.Yes
            : Permission.No(
                $"{intent} needs the permit {needed.Word()}, this run has {permit.Word()} "
                    + $"(ACCEPTANCE_PERMIT={needed.Word()})"
            );
    }

    public void Ended(Exchange exchange) { }
}
