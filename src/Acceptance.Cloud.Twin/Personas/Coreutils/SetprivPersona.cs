using System.Text;
using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Coreutils;

/// <summary>
/// setpriv --reuid ... COMMAND: gives root up, as sudo takes it: the command counts as an ordinary user's inside the
/// twin.
/// </summary>
internal sealed class SetprivPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["setpriv"];

    public override HostKind On => HostKind.Any;

    public override async Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(
            call.Argv,
            ["--reuid", "--regid", "--groups", "--inh-caps", "--bounding-set"],
            ["--clear-groups", "--keep-groups", "--init-groups", "--no-new-privs"],
            stopAtOperands: 1
        );
        string[] command = [.. arguments.Operands, .. arguments.Rest ?? []];
        if (arguments.Unknown is not null || command.Length == 0)
            throw new NotEmulatedException($"setpriv {string.Join(' ', call.Argv)}");
        var script = new StringBuilder("unset TWIN_SUDO; exec");
        foreach (var word in command)
            script.Append(' ').Append(ShellQuoting.Quote(word));
        return await call.Become(script.ToString());
    }
}
