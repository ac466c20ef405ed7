using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas;

/// <summary>The programs the twin plays, and on which hosts.</summary>
internal sealed class PersonaCatalog(IReadOnlyList<Persona> all)
{
    public IReadOnlyList<Persona> All { get; } = all;

    public Persona? Find(string program, ShellHost host) =>
        All.FirstOrDefault(persona => persona.Names.Contains(program) && persona.IsOn(host));

    public IEnumerable<Persona> Installed(ShellHost host) => All.Where(persona => persona.OnPath && persona.IsOn(host));
}
