"""TEI P5: editions and letters. https://tei-c.org/release/doc/tei-p5-doc/en/html/"""
