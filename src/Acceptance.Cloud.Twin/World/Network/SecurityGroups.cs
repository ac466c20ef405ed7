namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>Security groups and their rules.</summary>
internal sealed class SecurityGroups : NeutronCollection<SecurityGroup>
{
    private readonly Ground _ground;
    private readonly NeutronRows _rows;

    internal SecurityGroups(Ground ground, NeutronRows rows)
        : base(rows.SecurityGroups) => (_ground, _rows) = (ground, rows);

    public SecurityGroup Create(string projectId, string name, string description = "")
    {
        var group = new SecurityGroup
        {
            Id = _ground.NewId(),
            ProjectId = projectId,
            Name = name,
            Description = description,
            CreatedAt = _ground.Now,
            UpdatedAt = _ground.Now,
        };
        _rows.SecurityGroups.Add(group);
        foreach (var family in new[] { "IPv4", "IPv6" })
            group.Rules.Add(Rule(group, "egress", family, null, null, null, null, null, ofGroup: true));
        return group;
    }

    /// <summary>The project's default group; it comes into being when the project first needs it.</summary>
    public SecurityGroup Default(string projectId)
    {
        if (_rows.SecurityGroups.Find(group => group.ProjectId == projectId && group.Name == "default") is { } known)
            return known;
        var made = Create(projectId, "default", "Default security group");
        foreach (var family in new[] { "IPv4", "IPv6" })
            made.Rules.Add(Rule(made, "ingress", family, null, null, null, null, made.Id, ofGroup: true));
        return made;
    }

    public SecurityGroupRule CreateRule(
        SecurityGroup group,
        string direction,
        string etherType = "IPv4",
        string? protocol = null,
        int? portMin = null,
        int? portMax = null,
        string? remotePrefix = null,
        string? remoteGroupId = null,
        string description = ""
    )
    {
        var rule = Rule(group, direction, etherType, protocol, portMin, portMax, remotePrefix, remoteGroupId);
        rule.Description = description;
        if (group.Rules.Find(rule.SameAs) is { } same)
            throw new RefusedException(
                Refusal.Conflict,
                $"Security group rule already exists. Rule id is {same.Id}.",
                "SecurityGroupRuleExists"
            );
        group.Rules.Add(rule);
        group.Touch(_ground.Now);
        return rule;
    }

    public void DeleteRule(string id)
    {
        var group =
            _rows.SecurityGroups.Find(candidate => candidate.Rules.Exists(rule => rule.Id == id))
            ?? throw new RefusedException(
                Refusal.NotFound,
                NeutronRows.NotFound("SecurityGroupRule", id),
                "SecurityGroupRuleNotFound"
            );
        group.Rules.RemoveAll(rule => rule.Id == id);
        group.Touch(_ground.Now);
    }

    public void Delete(string id)
    {
        var group = NeutronRows.Required(_rows.SecurityGroups, id, "SecurityGroup");
        if (_rows.Ports.Exists(port => port.SecurityGroups.Contains(id)))
            throw new RefusedException(Refusal.Conflict, $"Security Group {id} in use.", "SecurityGroupInUse");
        if (group.Name == "default")
            throw new RefusedException(
                Refusal.Conflict,
                "Insufficient rights for removing default security group.",
                "SecurityGroupCannotRemoveDefault"
            );
        _rows.SecurityGroups.Remove(group);
    }

    private SecurityGroupRule Rule(
        SecurityGroup group,
        string direction,
        string family,
        string? protocol,
        int? min,
        int? max,
        string? prefix,
        string? remoteGroup,
        bool ofGroup = false
    ) =>
        new()
        {
            Id = _ground.NewId(),
            ProjectId = group.ProjectId,
            SecurityGroupId = group.Id,
            Direction = direction,
            EtherType = family,
            Protocol = protocol,
            PortMin = min,
            PortMax = max,
            RemotePrefix = prefix,
            RemoteGroupId = remoteGroup,
            CreatedAt = _ground.Now,
            UpdatedAt = _ground.Now,
            Revision = 0,
            CameWithGroup = ofGroup,
        };
}
