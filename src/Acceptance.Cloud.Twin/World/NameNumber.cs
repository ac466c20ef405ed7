namespace Acceptance.Cloud.Twin.World;

/// <summary>A number that a name always has, in every process: what a service draws once and keeps.</summary>
internal static class NameNumber
{
    public static int Of(string name, int below) =>
        name.Aggregate(0, (number, letter) => ((number * 31) + letter) & 0xFFFFFF) % below;
}
