"""The credit of a copy as programs that read metadata list it: under the names that ExifTool has for the tags."""

from gallery.imaging.credits import Credit, data_mining


def listed(credit: Credit) -> list[tuple[str, str]]:
    """What `credits.save_options` writes, each tag with what it holds; a tag that is not written is not listed."""
    tags = (
        ("EXIF Artist", credit.creator),
        ("EXIF Copyright", credit.copyright_notice),
        ("XMP-dc Creator", credit.creator),
        ("XMP-dc Rights", credit.copyright_notice),
        ("XMP-photoshop Credit", credit.credit_line),
        ("XMP-xmpRights Marked", "True" if credit.copyright_notice else None),
        ("XMP-xmpRights UsageTerms", credit.usage_terms),
        ("XMP-xmpRights WebStatement", credit.web_statement),
        ("XMP-cc License", credit.licence_url),
        ("XMP-plus DataMining", data_mining(credit)),
    )
    return [(name, text) for name, text in tags if text]
