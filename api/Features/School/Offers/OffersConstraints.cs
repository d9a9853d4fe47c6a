using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

sealed class OffersConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["mentor_offer_once"] = "offer.already",
        ["mentor_offer_places"] = "offer.no-place",
        ["offer_request_once"] = "offer.asked-already",
    };
}
