namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>Security groups and their rules.</summary>
public sealed partial class Neutron
{
    public SecurityGroup CreateSecurityGroup(string projectId, string name, string description = "")
    {
        var group = new SecurityGroup
        {
            Id = world.NewId(),
            ProjectId = projectId,
            Name = name,
            Description = description,
            CreatedAt = world.Now,
            UpdatedAt = world.Now,
        };
        _securityGroups.Add(group);
        foreach (var family in new[] { "IPv4", "IPv6" })
            group.Rules.Add(Rule(group, "egress", family, null, null, null, null, null, ofGroup: true));
        return group;
    }

    /// <summary>The project's default group; it comes into being when the project first needs it.</summary>
    public SecurityGroup DefaultGroup(string projectId)
    {
        if (_securityGroups.Find(group => group.ProjectId == projectId && group.Name == "default") is { } known)
            return known;
        var made = CreateSecurityGroup(projectId, "default", "Default security group");
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
        group.Touch(world.Now);
        return rule;
    }

    public void DeleteRule(string id)
    {
        var group =
            _securityGroups.Find(candidate => candidate.Rules.Exists(rule => rule.Id == id))
            ?? throw new RefusedException(
                Refusal.NotFound,
                NotFound("SecurityGroupRule", id),
                "SecurityGroupRuleNotFound"
            );
        group.Rules.RemoveAll(rule => rule.Id == id);
        group.Touch(world.Now);
    }

    public void DeleteSecurityGroup(string id)
    {
        var group = Required(_securityGroups, id, "SecurityGroup");
        if (_ports.Exists(port => port.SecurityGroups.Contains(id)))
            throw new RefusedException(Refusal.Conflict, $"Security Group {id} in use.", "SecurityGroupInUse");
        if (group.Name == "default")
            throw new RefusedException(
                Refusal.Conflict,
                "Insufficient rights for removing default security group.",
                "SecurityGroupCannotRemoveDefault"
            );
        _securityGroups.Remove(group);
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
            Id = world.NewId(),
            ProjectId = group.ProjectId,
            SecurityGroupId = group.Id,
            Direction = direction,
            EtherType = family,
            Protocol = protocol,
            PortMin = min,
            PortMax = max,
            RemotePrefix = prefix,
            RemoteGroupId = remoteGroup,
            CreatedAt = world.Now,
            UpdatedAt = world.Now,
            Revision = 0,
            CameWithGroup = ofGroup,
        };
}
