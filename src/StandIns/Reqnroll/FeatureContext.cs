using System.Globalization;
using Reqnroll.BoDi;

namespace Reqnroll;

public class FeatureContext : ReqnrollContext, IFeatureContext
{
    internal FeatureContext(IObjectContainer featureContainer, FeatureInfo featureInfo)
    {
        FeatureContainer = featureContainer;
        FeatureInfo = featureInfo;
    }

    public FeatureInfo FeatureInfo { get; }

    public CultureInfo BindingCulture => FeatureInfo.Language;

    public IObjectContainer FeatureContainer { get; }
}
