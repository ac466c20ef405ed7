using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Magnum;

/// <summary>
/// The domain in which Magnum makes its trustees, set up by the charm's action domain-setup and by nothing else
/// (D-046): the domain and its ruler in Keystone, and [trust] of magnum.conf on every unit.
/// </summary>
internal sealed partial class TrusteeDomain
{
    private const string Name = "magnum";
    private const string Ruler = "magnum_domain_admin";

    private readonly IdentityModel _identity;
    private readonly JujuModel _juju;

    public TrusteeDomain(IdentityModel identity, JujuModel juju)
    {
        (_identity, _juju) = (identity, juju);
        SetUp();
    }

    /// <summary>Keystone has the domain that magnum.conf on the leader's host names, and its ruler.</summary>
    public bool Stands =>
        Disks().FirstOrDefault()?.Read(HostFurniture.MagnumConf) is { } conf
        && Setting().Match(conf) is { Success: true } match
        && _identity.Domains.Exists(domain => domain.Name == match.Groups[1].Value)
        && _identity.Users.Exists(user => user.Name == Ruler);

    /// <summary>What the action does; a second time changes nothing.</summary>
    public void SetUp()
    {
        var domain =
            _identity.Domains.Find(one => one.Name == Name) ?? _identity.CreateDomain(Name, "Magnum trustee domain");
        var ruler = _identity.Users.Find(one => one.Name == Ruler) ?? _identity.CreateUser(Ruler, domain);
        _identity.Grants.Assign(ruler, _identity.Grants.Role("admin"), null, domain);
        Render(
            $"trustee_domain_name = {Name}\ntrustee_domain_admin_name = {Ruler}\n"
                + $"trustee_domain_admin_password = {ruler.Password}\ncluster_user_trust = False\n"
        );
    }

    /// <summary>As if the action had never been run.</summary>
    public void Forget()
    {
        _identity.Grants.Assignments.RemoveAll(held => held.User.Name == Ruler);
        _identity.Users.RemoveAll(user => user.Name == Ruler);
        _identity.Domains.RemoveAll(domain => domain.Name == Name);
        Render("");
    }

    private void Render(string trust)
    {
        foreach (var files in Disks())
            files.Write(HostFurniture.MagnumConf, HostFurniture.MagnumConfWith(trust));
    }

    private IEnumerable<HostFiles> Disks() => _juju.Application("magnum").Units.Select(unit => unit.Machine.Files);

    [GeneratedRegex(
        @"^[ \t]*trustee_domain_name[ \t]*=[ \t]*(\S+)",
        RegexOptions.Multiline,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Setting();
}
