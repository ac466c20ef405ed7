using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas;

/// <summary>The programs the twin plays, and on which hosts.</summary>
public sealed class PersonaCatalog
{
    private readonly List<Persona> _all = [];

    public IReadOnlyList<Persona> All => _all;

    public void Learn(Persona persona) => _all.Add(persona);

    public Persona? Find(string program, ShellHost host) =>
        _all.Find(persona => persona.Names.Contains(program) && persona.IsOn(host));

    public IEnumerable<Persona> Installed(ShellHost host) =>
        _all.Where(persona => persona.OnPath && persona.IsOn(host));
}
