using Mentoring.Api.Platform;

namespace Mentoring.Tests.Features.Common.Notifications;

/// <summary>An event, and everybody who hears of it.</summary>
/// <param name="About">Which of the rows of <see cref="TellEventsTests"/> it is about; the program itself where empty.</param>
/// <param name="Told">Kinds with their readers, in the order of their names; empty where nobody is told.</param>
/// <param name="Now">How the program stands when the event is told.</param>
public sealed record ToldOf(IEvent What, string About, string Told, ProgramStatus Now = ProgramStatus.Active)
{
    public static IEnumerable<ToldOf> Everything => typeof(ToldOf).Assembly.GetTypes()
        .Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(ITold))).OrderBy(type => type.FullName, StringComparer.Ordinal)
        .SelectMany(type => ((ITold)Activator.CreateInstance(type)!).All);
}

/// <summary>The cases of one area, beside its tests.</summary>
interface ITold
{
    IEnumerable<ToldOf> All { get; }
}
