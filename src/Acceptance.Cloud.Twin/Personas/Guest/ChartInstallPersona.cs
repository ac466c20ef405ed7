using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Guest;

/// <summary>
/// helm on the management VM, as far as it takes the chart of cert-manager over the release that stands: a value that
/// the chart's schema does not have is refused, as the old switch for its definitions is (DOCFIX-025a).
/// </summary>
internal sealed class ChartInstallPersona : Persona
{
    private const string Release = "cert-manager";

    /// <summary>Values that may be set: of those that the chart has, what anything here sets.</summary>
    private static readonly string[] Known = ["crds"];

    public override IReadOnlyList<string> Names { get; } = ["helm"];

    public override HostKind On => HostKind.Guest;

    public override Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(call.Argv, ["-n", "--namespace", "--set"], ["--install", "--create-namespace"]);
        if (
            arguments.Unknown is not null
            || !arguments.Operands.SequenceEqual(["upgrade", Release, $"jetstack/{Release}"])
            || !arguments.Has("--install")
            || arguments.Value("-n", "--namespace") != Release
        )
            throw new NotEmulatedException("helm on the management VM");
        string[] refused =
        [
            .. (arguments.Value("--set") ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(value => value.Split('=')[0].Split('.')[0])
                .Where(name => !Known.Contains(name)),
        ];
        return Task.FromResult(refused.Length > 0 ? Refuse(call, refused) : Tell(call));
    }

    private static int Refuse(PersonaCall call, IEnumerable<string> refused) =>
        call.Fail(
            1,
            "Error: UPGRADE FAILED: values don't meet the specifications of the schema(s) in the following chart(s):\n"
                + $"{Release}:\n"
                + string.Join('\n', refused.Select(name => $"- (root): Additional property {name} is not allowed"))
        );

    private static int Tell(PersonaCall call)
    {
        call.Out(
            $"Release \"{Release}\" has been upgraded. Happy Helming!\n"
                + $"NAME: {Release}\n"
                + $"NAMESPACE: {Release}\n"
                + "STATUS: deployed\n"
        );
        return 0;
    }
}
