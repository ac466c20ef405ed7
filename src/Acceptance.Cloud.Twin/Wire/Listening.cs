namespace Acceptance.Cloud.Twin.Wire;

/// <summary>One address that answers, and for whom.</summary>
internal sealed record Listening(string Address, int Port, string Role)
{
    public string RolePrefix => Role.Split(':', 2)[0];
}
