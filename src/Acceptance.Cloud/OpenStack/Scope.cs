namespace Acceptance.Cloud.OpenStack;

/// <summary>
/// Whose token is asked for. Admin is the scope of the site's openrc; Project narrows the same user to another
/// project by name, resolved live (DOCFIX-034).
/// </summary>
public abstract record Scope
{
    public sealed record AdminScope : Scope
    {
        public override string ToString() => "admin";
    }

    public sealed record ProjectScope(string Project, string Domain) : Scope
    {
        public override string ToString() => Project;
    }

    private Scope() { }

    public static Scope Admin { get; } = new AdminScope();

    public static Scope Of(string project, string domain) => new ProjectScope(project, domain);
}
