namespace Allure.Net.Commons;

/// <summary>What a link points to.</summary>
public static class LinkType
{
    public const string LINK = "link";

    public const string ISSUE = "issue";

    public const string TMS_ITEM = "tms";
}
