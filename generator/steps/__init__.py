"""The steps of the pipeline: judge a school, choose whose findings, write a tree, take pages down."""
