namespace Acceptance.Cloud.Twin.World.Ovn;

/// <summary>A record: its columns in the order in which a list shows them.</summary>
public sealed record OvsdbRow(string Table, IReadOnlyList<(string Column, OvsdbValue Value)> Columns)
{
    public OvsdbValue? this[string column] => Columns.FirstOrDefault(one => one.Column == column).Value;
}
