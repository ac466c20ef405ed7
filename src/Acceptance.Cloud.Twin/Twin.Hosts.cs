using Acceptance.Cloud.Twin.Personas;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.Wire;
using Acceptance.Cloud.Twin.Wire.Personas;

namespace Acceptance.Cloud.Twin;

public sealed partial class Twin
{
    internal const int PersonaPort = 7078;

    /// <summary>The programs the twin plays; other parts add theirs.</summary>
    public PersonaCatalog Personas { get; } = new();

    /// <summary>The jumphost's personas: the folder to put first on PATH.</summary>
    public string Bin => Path.Combine(Home, "bin");

    /// <summary>The folder that stands for the jumphost's /: where a path that the runbooks write or destroy really lies.</summary>
    public string JumphostRoot => Shells.Jumphost.Root;

    /// <summary>Shells on the hosts of the twin.</summary>
    public HostShells Shells { get; private set; } = null!;

    partial void ServePersonas(WireHost wire)
    {
        var address = World.Plan.Address(ControlAddress);
        World.Jumphost.Home = Home;
        Shells = new HostShells(World, Personas, Home, address, PersonaPort);
        PersonaRoster.Enlist(Personas);
        wire.Serve(new PersonaService(World, Personas, Shells));
        wire.Serve(new Wire.Ssh.SshBanner(World));
        wire.Open(address, PersonaPort, "persona");
    }

    partial void FurnishHome()
    {
        Shells.FurnishJumphost();
        lock (World.Gate)
            new OperatorHome(World, Home).Furnish();
    }
}
